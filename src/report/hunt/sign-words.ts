import type { Sign } from './gap-figures.ts';
import { counted, duration, number } from './words.ts';

/** How a kind of sign is called, and what it may mean besides tampering. The order is that of gravity. */
export const SIGN_KINDS: Readonly<Record<Sign['kind'], { readonly name: string; readonly mayBe: string }>> = {
  cleared: { name: 'log cleared', mayBe: 'an administrator may have made room' },
  missing: { name: 'records missing', mayBe: 'an export may have left them out, or a damaged part was not read' },
  'clock-set': { name: 'clock set', mayBe: 'time services correct clocks after long sleep' },
  'clock-back': { name: 'time runs back', mayBe: 'a clock was corrected' },
  repeated: { name: 'numbers repeated', mayBe: 'files may have been joined' },
  silence: { name: 'silence', mayBe: 'the machine may have been off' },
};

/** What a sign says, in a few words. Texts of logs are in it as they are. */
export function signInWords(sign: Sign): string {
  switch (sign.kind) {
    case 'cleared':
      return `${sign.log || 'a log'} cleared${sign.account ? ` by ${sign.account}` : ''} (record ${sign.record})`;
    case 'missing': {
      const count = sign.lastRecord - sign.firstRecord + 1;
      const which = count === 1 ? `record ${sign.firstRecord}` : `records ${sign.firstRecord} to ${sign.lastRecord}`;
      return `${which} missing${count === 1 ? '' : ` (${number(count)})`}`;
    }
    case 'clock-set': {
      const way = sign.seconds < 0 ? 'back' : 'forward';
      const who = sign.account ? ` by ${sign.account}` : '';
      return `clock set ${way} by ${duration(Math.abs(sign.seconds))}${who} (record ${sign.record})`;
    }
    case 'clock-back':
      return `record ${sign.record} is ${duration(sign.seconds)} older than the one before it`;
    case 'repeated': {
      const count = sign.lastRecord - sign.firstRecord + 1;
      return `${counted(count, 'record number')} from ${sign.firstRecord} on come twice`;
    }
    case 'silence':
      return `no records for ${duration(sign.seconds)}${sign.shutdown ? ', beside a shutdown or start' : ''}`;
  }
}

/** When it was, as far as the sign says: of a gap, its beginning. */
export function signTime(sign: Sign): string | null {
  switch (sign.kind) {
    case 'cleared':
    case 'clock-set':
      return sign.time;
    case 'missing':
    case 'clock-back':
    case 'silence':
      return sign.before;
    case 'repeated':
      return null;
  }
}
