/** Countries in text: who and what belongs to which. The tables stand in `places/`, one file a kind of word. */
export { countryOf } from './places/belong.ts';
export { findPlaces, type PlaceMention } from './places/find.ts';
export { countryNames, PLACE_CLASSES, type PlaceClass } from './places/word-index.ts';
