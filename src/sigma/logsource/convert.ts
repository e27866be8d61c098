import type { Value } from '../../base/fields.ts';

/** Makes the value of a field from the values of others, in order. Undefined when the record lacks what it needs. */
export type Conversion = (values: readonly Value[]) => Value;

/** How values of one log are written in another. */
export const CONVERSIONS = {
  same: ([value]) => value,
  /** `0x1fc` → `508`; numbers that are decimal already stay. */
  decimal: each((text) => (/^0x[\da-f]+$/i.test(text) ? BigInt(text).toString() : text)),
  /** Domain and name, and again for whom to take when the first are empty or `-`: `EXAMPLE\user`. */
  account: (values) => {
    for (let i = 0; i + 1 < values.length; i += 2) {
      const name = one(values[i + 1]);
      if (!isGiven(name)) continue;
      const domain = one(values[i]);
      return isGiven(domain) ? `${domain}\\${name}` : name;
    }
    return undefined;
  },
  /** The first logon id that is one, as Sysmon writes it: lower case. */
  logon: (values) =>
    values
      .map(one)
      .find((text) => isGiven(text) && !/^0x0+$/.test(text))
      ?.toLowerCase(),
  /** The SID of a mandatory label → `Low`, `Medium`, `High`, `System`. */
  integrity: each((text) => INTEGRITY[text] ?? text),
  /** Key and value name → `HKLM\…\name`; the control set in use is taken to be the first, as it nearly always is. */
  registryPath: ([key, name]) => {
    const path = one(key);
    if (path === undefined) return undefined;
    const value = one(name);
    return `${registryKey(path)}${isGiven(value) ? `\\${value}` : ''}`;
  },
  /** The new data as Sysmon prints it: `DWORD (0x00000001)`, `Binary Data`. */
  registryValue: ([data, type]) => {
    const text = one(data);
    const kind = one(type) ?? '';
    if (text === undefined) return undefined;
    if (BINARY.has(kind)) return 'Binary Data';
    const number = /^(?:0x[\da-f]{1,16}|\d{1,20})$/i.test(text) ? BigInt(text) : null;
    if (number === null) return text;
    if (DWORD.has(kind)) return `DWORD (0x${hex(number, 8)})`;
    return QWORD.has(kind) ? `QWORD (0x${hex(number >> 32n, 8)}-0x${hex(number & 0xffffffffn, 8)})` : text;
  },
  registryOperation: each((text) => OPERATIONS[text.toLowerCase()] ?? text),
  /**
   * `\device\harddiskvolume2\windows\x.exe` → `\windows\x.exe`: which letter the volume had is not in the record, so that ends
   * and parts of paths match, beginnings with `C:\` do not.
   */
  devicePath: each((text) => text.replace(/^\\device\\[^\\]+(?=\\)/i, '')),
  protocol: each((text) => PROTOCOLS[text] ?? text),
  initiated: each((text) => DIRECTIONS[text.toLowerCase()]),
  isIpv6: each((text) => String(text.includes(':'))),
  /** `file:_C:\a.exe; file:_C:\b.exe` → both paths. */
  defenderPaths: ([value]) => {
    const text = one(value);
    if (text === undefined) return value;
    const paths = text.split('; ').map((part) => part.replace(/^[a-z]+:_/i, ''));
    return paths.length === 1 ? paths[0] : paths;
  },
} as const satisfies Readonly<Record<string, Conversion>>;

const INTEGRITY: Readonly<Record<string, string>> = {
  'S-1-16-0': 'Untrusted',
  'S-1-16-4096': 'Low',
  'S-1-16-8192': 'Medium',
  'S-1-16-8448': 'MediumPlus',
  'S-1-16-12288': 'High',
  'S-1-16-16384': 'System',
  'S-1-16-20480': 'Protected',
};

/** Types and operations as message numbers, and as their words where a collector put them in. */
const BINARY: ReadonlySet<string> = new Set(['%%1875', 'REG_BINARY']);
const DWORD: ReadonlySet<string> = new Set(['%%1876', 'REG_DWORD']);
const QWORD: ReadonlySet<string> = new Set(['%%1883', 'REG_QWORD']);
const OPERATIONS: Readonly<Record<string, string>> = {
  '%%1904': 'SetValue',
  'new registry value created': 'SetValue',
  '%%1905': 'SetValue',
  'existing registry value modified': 'SetValue',
  '%%1906': 'DeleteValue',
  'registry value deleted': 'DeleteValue',
};
const DIRECTIONS: Readonly<Record<string, string>> = {
  '%%14592': 'false',
  inbound: 'false',
  '%%14593': 'true',
  outbound: 'true',
};
/** IANA protocol numbers, by the names Sysmon uses. */
const PROTOCOLS: Readonly<Record<string, string>> = { '1': 'icmp', '6': 'tcp', '17': 'udp', '58': 'icmpv6' };

const ROOTS: readonly (readonly [RegExp, string])[] = [
  [/^\\registry\\machine(?=\\|$)/i, 'HKLM'],
  [/^\\registry\\user(?=\\|$)/i, 'HKU'],
];
const CONTROL_SET = /^(HKLM\\system\\)controlset001(?=\\|$)/i;

function registryKey(path: string): string {
  let key = path;
  for (const [root, short] of ROOTS) key = key.replace(root, short);
  return key.replace(CONTROL_SET, '$1CurrentControlSet');
}

function hex(number: bigint, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}

/** The text of a field that has one; of several, the first. */
function one(value: Value): string | undefined {
  return (typeof value === 'string' ? value : value?.[0]) ?? undefined;
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text !== '' && text !== '-';
}

/** Lifts a conversion of text to values: null and undefined stay, lists are converted item by item. */
function each(convert: (text: string) => string | undefined): Conversion {
  return ([value]) => {
    if (value === null || value === undefined) return value;
    return typeof value === 'string' ? convert(value) : value.map((text) => convert(text) ?? text);
  };
}
