import { type Problem, problem } from '../../base/problem.ts';
import {
  CREDIBILITIES,
  type Credibility,
  type Grade,
  RELIABILITIES,
  type Reliability,
} from '../../model/weighing/grade.ts';
import { type LikelihoodWords, likelihoodWords } from './icd203.ts';

/** Something said in another format's words, with what that format cannot hold. */
export interface Encoded<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

const MISP_RELIABILITY = 'admiralty-scale:source-reliability';
const MISP_CREDIBILITY = 'admiralty-scale:information-credibility';
/** STIX 2.1, appendix A: the value of each credibility, and from which value on a number means it. There is none for 6. */
const STIX_CREDIBILITY: readonly (readonly [Credibility, value: number, from: number])[] = [
  ['1', 90, 80],
  ['2', 70, 60],
  ['3', 50, 40],
  ['4', 30, 20],
  ['5', 10, 0],
];

/** Tags of MISP's admiralty-scale. MISP reads F and 6 as 50, as much as C and 3: the receiver has to be told. */
export function gradeToMisp({ reliability, credibility }: Grade): Encoded<readonly string[]> {
  return {
    value: [`${MISP_RELIABILITY}="${reliability.toLowerCase()}"`, `${MISP_CREDIBILITY}="${credibility}"`],
    problems: [
      ...(reliability === 'F'
        ? [problem('misp-unknown-is-50', { part: MISP_RELIABILITY }, { grade: 'F', same: 'C' })]
        : []),
      ...(credibility === '6'
        ? [problem('misp-unknown-is-50', { part: MISP_CREDIBILITY }, { grade: '6', same: '3' })]
        : []),
    ],
  };
}

/**
 * A grade from MISP's tags; null unless both halves are there. The letter is read, never the number, so that "cannot be judged"
 * stays what it is; g ("deliberately deceptive") has no letter in the Admiralty system and becomes E with a problem.
 */
export function gradeFromMisp(tags: readonly string[]): Encoded<Grade | null> {
  const of = (predicate: string) =>
    tags.flatMap((tag) => (tag.startsWith(`${predicate}="`) ? [tag.slice(predicate.length + 2, -1)] : []))[0];
  const letter = of(MISP_RELIABILITY)?.toUpperCase();
  const digit = of(MISP_CREDIBILITY);
  const deceptive = letter === 'G';
  const reliability = deceptive ? 'E' : RELIABILITIES.find((one): one is Reliability => one === letter);
  const credibility = CREDIBILITIES.find((one) => one === digit);
  return {
    value: reliability && credibility ? { reliability, credibility } : null,
    problems: deceptive ? [problem('misp-deceptive', { part: MISP_RELIABILITY })] : [],
  };
}

/** STIX `confidence` for a grade: it can hold the credibility alone, and nothing for 6, where the property has to be left out. */
export function gradeToStix({ reliability, credibility }: Grade): Encoded<number | null> {
  const found = STIX_CREDIBILITY.find(([one]) => one === credibility);
  return {
    value: found ? found[1] : null,
    problems: [
      problem('stix-no-reliability', {}, { reliability }, 'note'),
      ...(found ? [] : [problem('stix-no-unknown', {}, { credibility })]),
    ],
  };
}

/** The credibility that a STIX `confidence` (0 to 100) stands for on the Admiralty scale; no confidence is "cannot be judged". */
export function credibilityFromStix(confidence: number | undefined): Credibility {
  if (confidence === undefined) return '6';
  return STIX_CREDIBILITY.find(([, , from]) => confidence >= from)?.[0] ?? '5';
}

/** MISP's estimative-language tag of a probability (0 to 1). */
export function likelihoodToMisp(probability: number): string {
  return `estimative-language:likelihood-probability="${MISP_LIKELIHOODS[likelihoodWords(probability)]}"`;
}

const MISP_LIKELIHOODS: Readonly<Record<LikelihoodWords, string>> = {
  'almost no chance': 'almost-no-chance',
  'very unlikely': 'very-unlikely',
  unlikely: 'unlikely',
  'roughly even chance': 'roughly-even-chance',
  likely: 'likely',
  'very likely': 'very-likely',
  'almost certain': 'almost-certain',
};

/** STIX 2.1, appendix A, "DNI scale": from which share on which value. Its bands are not those of ICD 203. */
const STIX_DNI: readonly (readonly [from: number, value: number, words: LikelihoodWords])[] = [
  [0.9, 95, 'almost certain'],
  [0.8, 85, 'very likely'],
  [0.6, 70, 'likely'],
  [0.4, 50, 'roughly even chance'],
  [0.2, 30, 'unlikely'],
  [0.1, 15, 'very unlikely'],
  [0, 5, 'almost no chance'],
];

/**
 * A probability on STIX's DNI scale; a problem where STIX's word is another than that of ICD 203. STIX has one number an object: it
 * cannot also hold the confidence, nor another analyst's view, which go into an `opinion`.
 */
export function likelihoodToStix(probability: number): Encoded<number> {
  // The scale is of whole per cents.
  const share = Math.round(probability * 100) / 100;
  const [, value, stix] = STIX_DNI.find(([from]) => share >= from) ?? STIX_DNI.at(-1)!;
  const icd = likelihoodWords(probability);
  return { value, problems: stix === icd ? [] : [problem('stix-bands-differ', {}, { stix, icd })] };
}
