import type { FieldTable } from '../../base/fields.ts';
import type { LogEvent } from '../../model/event.ts';

/**
 * An engine that hunts with a pack of rules: it takes events, then names the hits. The streaming engine and the SQL engines
 * name the same ones (`test/contracts/engines.ts`).
 */
export interface HuntEngine {
  readonly name: string;
  /** The numbers by which the events it takes must know their fields. */
  readonly fields: FieldTable;
  /** Takes an event and copies what it needs of it. Synchronous, as readers are. */
  take(file: string, event: LogEvent): void;
  /** Settles when the engine can take more: to be awaited between pieces of input, so that memory stays bounded. */
  ready(): Promise<void>;
  /** All hits of the events taken, in no particular order. Once, after the last event. */
  hits(): AsyncIterable<EngineHit>;
  /** What became of the rules; complete after the hits. */
  account(): EngineAccount;
  close(): Promise<void>;
}

/** A rule holds for an event. */
export interface EngineHit {
  readonly file: string;
  /** The event, or how it was seen: kept by whoever wants, it is not reused. */
  readonly event: LogEvent;
  /** Name of the view under which it matched, null for the record as it is. */
  readonly view: string | null;
  /** Number of the rule in the pack. */
  readonly rule: number;
}

export interface EngineAccount {
  /** Events taken, and rows that were kept of them (views are rows of their own; what no rule asks for is none). */
  readonly events: number;
  readonly rows: number;
  /** Statements run. */
  readonly statements: number;
  /** Rules of which the engine could say only a part: it found candidates, and the evaluator looked at those. */
  readonly partly: readonly { readonly rule: number; readonly reasons: readonly string[] }[];
  /** Candidates so looked at. */
  readonly candidates: number;
}
