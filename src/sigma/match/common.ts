/** Texts that everyday Windows records are full of: an anchor within one of them says little. */
const EVERYDAY = [
  'c:\\windows\\system32\\cmd.exe',
  'c:\\windows\\syswow64\\rundll32.exe',
  'c:\\windows\\system32\\svchost.exe -k',
  'c:\\windows\\system32\\windowspowershell\\v1.0\\powershell.exe',
  'c:\\windows\\explorer.exe',
  'c:\\windows\\system32\\services.exe',
  'c:\\windows\\system32\\conhost.exe 0xffffffff -forcev1',
  'c:\\windows\\system32\\reg.exe',
  'c:\\windows\\system32\\net.exe',
  'c:\\windows\\system32\\net1.exe',
  'c:\\windows\\system32\\wbem\\wmiprvse.exe',
  'c:\\windows\\temp\\',
  'c:\\program files (x86)\\microsoft\\',
  'c:\\program files\\common files\\',
  'c:\\programdata\\',
  'c:\\users\\administrator\\appdata\\local\\temp\\',
  'c:\\users\\public\\downloads\\desktop\\',
  '\\appdata\\roaming\\microsoft\\windows\\start menu\\programs\\startup',
  'hklm\\software\\microsoft\\windows nt\\currentversion\\',
  'hklm\\software\\microsoft\\windows\\currentversion\\run\\',
  'hklm\\system\\currentcontrolset\\services\\',
  'hkcu\\software\\classes\\clsid\\inprocserver32\\(default)',
  '\\wow6432node\\registry\\machine\\registry\\user\\',
  'microsoft® windows® operating system',
  'microsoft corporation',
  'nt authority\\system',
  'microsoft-windows-security-auditing',
  'dword (0x00000001)',
  'md5=sha1=sha256=imphash=',
  'http://www.https://',
  '.exe .dll .tmp .ps1 .log .dat .sys .txt .xml',
  ' /c  -c  /q  -e  /s  -nop -w hidden',
  'powershell',
  'true false 0x0 -',
];

const joined = EVERYDAY.join('\n');

/** Whether a folded text is a part of the everyday ones. */
export function isCommon(text: string): boolean {
  for (let at = 0; at + 4 <= text.length; at++) if (!isCommonGram(text, at)) return false;
  return joined.includes(text);
}

/** Whether the four characters at a place of a text are a part of the everyday texts; now and then yes for others. */
export function isCommonGram(text: string, at: number): boolean {
  const slot = slotOf(text, at);
  return (GRAMS[slot >>> 3]! & (1 << (slot & 7))) !== 0;
}

const BITS = 15;
const GRAMS = new Uint8Array(1 << (BITS - 3));
for (let at = 0; at + 4 <= joined.length; at++) {
  const slot = slotOf(joined, at);
  GRAMS[slot >>> 3]! |= 1 << (slot & 7);
}

function slotOf(text: string, at: number): number {
  const high = (text.charCodeAt(at) << 8) ^ text.charCodeAt(at + 1);
  const low = (text.charCodeAt(at + 2) << 8) ^ text.charCodeAt(at + 3);
  return Math.imul((high << 16) ^ low, 0x9e3779b1) >>> (32 - BITS);
}
