import type { Certainty } from '../../model/statement.ts';

/** A wording and the certainty it leaves; of several, the weakest counts. */
export interface Hedge {
  readonly pattern: RegExp;
  readonly source: string;
  readonly certainty: Certainty;
}

const hedge = (certainty: Certainty, source: string): Hedge => ({
  certainty,
  source,
  pattern: new RegExp(`\\b(?:${source})\\b`, 'i'),
});

export const HEDGES: readonly Hedge[] = [
  hedge(
    'unlikely',
    'unlikely|no evidence (?:that|of|to|for)|no (?:sign|indication|proof) (?:that|of)|hardly|improbable|implausible|(?:highly |very )?doubtful|doubts? (?:that|whether|about)',
  ),
  hedge(
    'possible',
    "may(?! (?:\\d|of|and|in (?:19|20)))|might|could(?!n't| not)|possib(?:le|ly|ility)|perhaps|maybe|potential(?:ly)?|suspect(?:s|ed|ing)?|alleged(?:ly)?|are alleged|is alleged|purported(?:ly)?|rumou?red|hints?|hinted|fears?|feared|worry|worries|worried|concern(?:s|ed)? (?:that|about|over)|speculat(?:e|es|ed|ion)|at risk|conceivabl[ey]|hopefully|wouldn't be surprised|not (?:yet )?(?:known|clear|certain)|unclear|(?:is|are|was|were|remains?|remained|still|yet) unknown|unknown (?:whether|who|if|which)|uncertain|raises? questions|can (?=be used)|in theory|plausibl[ey]|not impossible|unconfirmed",
  ),
  hedge(
    'probable',
    'likely|probabl[ey]|apparent(?:ly)?|appear(?:s|ed)?|seem(?:s|ed|ingly)?|believ(?:e|es|ed|ing)|think(?:s|ing)?|thought to|is thought|are thought|assess(?:es|ed)?|reported(?:ly)? (?=to )|reportedly|suggest(?:s|ed|ing)?|indicat(?:e|es|ed|ing|ion|ions)|presum(?:e|ed|ably)|estimat(?:e|es|ed)|expect(?:s|ed)?|arguably|confiden(?:t|ce)|almost certain(?:ly)?|surmise[ds]?|said to (?:be|have)|point(?:s|ed|ing) to|consider(?:s|ed)? (?:to|likely)|suppos(?:ed|edly)|assum(?:e|es|ed|ing)|guess|expected to|would be one way|tend(?:s|ed)? to|in all likelihood|largely',
  ),
];
