/** Records that carry a fact: `file#number` each. */
export type Records = readonly string[];

export interface CaseHost {
  readonly name: string;
  /** Controlled: something of the intruders ran there. Touched: they only logged on or asked. */
  readonly state: 'controlled' | 'touched';
  /** Of a touched one: the machine of the case that the first logon came from. */
  readonly from?: string;
  readonly first: string;
  readonly last: string;
  readonly evidence: Records;
}

export interface CaseRelay {
  readonly address: string;
  /** ISO 3166-1, null where the tables do not know. A relay is where an attack came through, not where it came from. */
  readonly country: string | null;
  readonly network: string | null;
  readonly first: string;
  readonly last: string;
  readonly evidence: Records;
}

export interface CaseStep {
  readonly technique: string;
  readonly tactics: readonly string[];
  readonly time: string;
  readonly host: string;
  /** How many findings are of this step. */
  readonly count: number;
  readonly evidence: Records;
}

/** A visit through a relay: requests from one address with less than an hour between them. */
export interface CaseVisit {
  readonly relay: string;
  readonly host: string;
  readonly start: string;
  readonly end: string;
  readonly requests: number;
  readonly evidence?: Records;
}

export interface CaseGap {
  readonly host: string;
  readonly channel: string;
  readonly time: string | null;
  readonly kind: 'cleared' | 'missing' | 'silence' | 'other';
  readonly evidence: Records;
}

/** How well hours of work at an offset from UTC explain when the intruders came. Many places share an offset. */
export interface OffsetLikelihood {
  /** Minutes east of UTC. */
  readonly offset: number;
  /** Among the offsets compared, summing to one. */
  readonly share: number;
}

/** How well the days of visits are explained by each holiday calendar, against none. Weak, and easily forged. */
export interface CalendarLikelihoods {
  /** Days on which a visit began, and days from the first to the last. */
  readonly n: number;
  readonly span: number;
  /** Share of keeping none of the calendars; with those of the rows it sums to one. */
  readonly none: number;
  readonly rows: readonly {
    /** Whose calendar; not where anybody is. */
    readonly country: string;
    readonly off: number;
    readonly active_off: number;
    /** Likelihood against keeping none. */
    readonly ratio: number;
    readonly share: number;
  }[];
  readonly verdict: 'too-few' | 'none' | 'fits';
  /** Calendars that fit and that the days do not tell apart. */
  readonly fits: readonly string[];
}

export interface CaseHours {
  /** Visits by the hour of UTC they began in, and by the day of the week from Monday. */
  readonly by_hour: readonly number[];
  readonly by_weekday: readonly number[];
  readonly offsets: readonly OffsetLikelihood[];
  readonly n: number;
  /** Cases that were built before calendars were compared have none. */
  readonly calendars?: CalendarLikelihoods;
}

/** One intrusion as the records tell it. Times are ISO 8601 in UTC. */
export interface Intrusion {
  readonly hosts: readonly CaseHost[];
  readonly accounts: readonly { readonly name: string; readonly evidence: Records }[];
  readonly mailboxes: readonly { readonly name: string; readonly time: string; readonly evidence: Records }[];
  readonly relays: readonly CaseRelay[];
  readonly steps: readonly CaseStep[];
  readonly visits: readonly CaseVisit[];
  readonly moves: readonly {
    readonly from: string;
    readonly to: string;
    readonly time: string;
    readonly account: string;
    readonly evidence?: Records;
  }[];
  readonly files: readonly {
    readonly name: string;
    readonly hosts: number;
    readonly first: string;
    readonly last: string;
    readonly evidence: Records;
  }[];
  readonly sent_out: readonly {
    readonly host: string;
    readonly to: string;
    readonly bytes: number;
    readonly time: string;
    readonly evidence: Records;
  }[];
  readonly first_access: string;
  readonly last_seen: string;
  /** Whole days between the two. */
  readonly dwell_days: number;
  readonly gaps: readonly CaseGap[];
  readonly hours: CaseHours;
}

/** Why a finding is in no intrusion. */
export type LeftOutReason = 'routine' | 'alone' | 'harmless';

export interface LeftOut {
  readonly rule: string;
  readonly reason: LeftOutReason;
  readonly count: number;
  readonly hosts: number;
  readonly examples: Records;
}

export interface CaseFile {
  readonly intrusions: readonly Intrusion[];
  readonly left_out: readonly LeftOut[];
  /** Findings that were weighed in all. */
  readonly findings: number;
}
