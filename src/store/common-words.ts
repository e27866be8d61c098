import { stem } from './stem.ts';

/** Words of no meaning of their own, lower case. */
export const COMMON: ReadonlySet<string> = new Set(
  `the and for that this these those with from into onto over under about after before between during through against among upon
   has have had having was were are is be been being not but nor any all some such other others more most than then there their
   them they its his her our your who whom whose which what when where why how will would can could may might shall should must
   does did done doing say says said saying tell told also only just very many much few several per via out off one two three
   new now yet still even each both same own because while until since
   no never denies denied deny denying reject rejects rejected rejecting claim claims claimed claiming believe believes believed
   evidence report reports reported reporting statement comment comments involvement involved role anything nothing know knows
   knowledge aware according allege alleges alleged allegedly likely
   call calls called dismiss dismisses dismissed dispute disputes disputed playing play played various repeatedly again strongly flatly
   south north east west republic united states foreign ministry affairs spokesman spokeswoman spokesperson`.split(
    /\s+/,
  ),
);

/** Words that every text of the trade has: shared, they prove nothing. */
export const COMMON_STEMS: ReadonlySet<string> = new Set(
  `attack cyber cyberattack hack hacker hackers intrusion breach group government state country campaign activity operation
   security company organization organisation official people system network computer data information sponsor target
   accusation allegation charge report incident actor threat`
    .split(/\s+/)
    .map(stem),
);

/** Words for the party that answers: who denies is not what is denied. */
export const ANSWERERS: ReadonlySet<string> = new Set(
  `china chinese beijing russia russian moscow kremlin iran iranian tehran korea korean pyongyang seoul american washington
   president minister prime premier defence defense embassy authority
   part wrongdoing responsibility responsible suggestion assertion insinuation groundless baseless unfounded`
    .split(/\s+/)
    .map(stem),
);
