/** Words that carry a full stop without ending a sentence, lower-case, without their last stop. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr prof st sr jr rev hon gen lt col maj capt sgt adm cmdr gov sen rep pres amb supt det insp atty ' +
    'vs etc al cf ca approx est fig figs sec ch vol ed eds pp no nos art para inc corp co ltd bros dept univ assn gov ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ' +
    'e.g i.e a.m p.m u.s u.k u.n e.u u.a.e u.s.a d.c ph.d b.c a.d a.k.a n.y l.a u.s.s.r viz resp incl min max tel ext ft mt'
  ).split(' '),
);

/** Of these, the ones after which a sentence may well end: decided by what follows. */
export const MAY_END: ReadonlySet<string> = new Set(
  'etc inc corp co ltd a.m p.m u.s u.k u.n e.u u.a.e u.s.a d.c n.y l.a jr sr ph.d al'.split(' '),
);

/** Capitalised words that open sentences and are rarely the second part of a name: "in the U.S. The firm …". */
export const OPENERS: ReadonlySet<string> = new Set(
  (
    'the a an this that these those it its he she they we you i in on at by for from with as but and or so if when while ' +
    'after before since during according however although though there here his her their our my once both all some many ' +
    'most one two three no not what who why how where which another other such meanwhile moreover also last earlier now then'
  ).split(' '),
);
