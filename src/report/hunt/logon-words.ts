import type { LogonKind, LogonRow } from './logon-figures.ts';

/** How a row of the logon summary is called. */
const LOGON_KINDS: Readonly<Record<LogonKind, string>> = {
  logon: 'logon',
  ntlm: 'NTLM check',
  rdp: 'RDP credentials',
  session: 'session',
  explicit: 'other credentials',
  privileged: 'special privileges',
  logoff: 'logoff',
};

/** The way in words: what a logon's type says, else what kind of event it is. */
export function howOf({ kind, how }: LogonRow): string {
  if (kind === 'logon') return how || 'logon';
  return how ? `${LOGON_KINDS[kind]}: ${how}` : LOGON_KINDS[kind];
}
