/**
 * What a row of the logon summary counts: logons and their refusals (4624, 4625); ends of sessions (4634, 4647); use of other
 * credentials (4648); special privileges (4672); checks of NTLM credentials (4776); sessions on and off (4778, 4779, Terminal
 * Services 21, 24, 25); RDP credentials accepted (Terminal Services 1149).
 */
export type LogonKind = 'logon' | 'logoff' | 'explicit' | 'privileged' | 'ntlm' | 'session' | 'rdp';

/** Who got in where, how, and from where. Times are ISO 8601. */
export interface LogonRow {
  readonly kind: LogonKind;
  readonly computer: string;
  /** `DOMAIN\name`, or the name alone. */
  readonly account: string;
  /** The logon's type in words, `network (3)`; the server for `explicit`; what happened for sessions; else ''. */
  readonly how: string;
  /** Address, else the name of the machine it came from, '' where the record names none. */
  readonly from: string;
  readonly successes: number;
  readonly failures: number;
  /** Why it was refused, in words, the most frequent first. */
  readonly reasons: readonly (readonly [reason: string, count: number])[];
  readonly first: string | null;
  readonly last: string | null;
  /** The first record, `file#number`. */
  readonly record: string | null;
  /** Accounts of machines and of the system itself, and services starting: what every log is full of. */
  readonly ordinary: boolean;
}

export interface LogonFigures {
  /** The most refusals first, then the most logons. */
  readonly rows: readonly LogonRow[];
  /** Events that were counted in all, and those whose row found no room. */
  readonly events: number;
  readonly leftOut: number;
}
