import type { Given } from './given.ts';

/** The country of the party that speaks. */
export function partyCountry({ scene, voice }: Given): string | null {
  const { memory } = scene;
  const own = memory.plainly(voice.name) ?? (voice.org ? memory.plainly(voice.org) : null);
  if (own) memory.note(voice.name, own);
  if (own) return own;
  const home = memory.home(voice.name) ?? memory.home(voice.org);
  if (home) return home;
  const victim = memory.victim;
  const country = victim?.country ?? memory.scene(scene.mentions);
  if (!country) return null;
  const ours = [voice.name, voice.org].some(
    (name) => name !== null && ((victim && same(name, victim.name)) || OFFICES.test(name)),
  );
  return ours ? country : null;
}

const same = (a: string, b: string): boolean =>
  a.toLowerCase().includes(b.toLowerCase()) || b.toLowerCase().includes(a.toLowerCase());

/** Offices of the victim's own: "the county", "hospital officials", "police chief". */
export const OFFICES =
  /^(?:the )?(?:\p{Ll}+ )*(?:city|county|town|state|hospital|library|school|university|police|officials?|management|chief|mayor|director|authorities|department|agency|government|locals|residents|spokes\w+)(?: \p{Ll}+)*$/iu;
