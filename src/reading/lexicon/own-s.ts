import { words } from './words.ts';

/** Names of companies and houses that end like a possessive, lower-case without their "'s"; hardly anybody else's name. */
export const OWN_S = words(
  'mcdonald moody lloyd macy kohl wendy domino denny arby applebee hardee sotheby christie sainsbury lowe bloomingdale dillard ' +
    'zaxby culver kellogg levi peet reese waterstone',
);

/** Verbs and links after which a name's "'s" stands for something that is not said again: "were China's", "than Russia's". */
export const ELLIPTIC = words('is are was were be been being than like unlike from to as with of');
