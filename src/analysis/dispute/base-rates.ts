import type { Incident } from '../../model/incident.ts';

/** How often an outcome came of incidents of a kind: a share with its n and a 95 % interval. */
export interface BaseRate {
  readonly of: string;
  readonly counter: string;
  readonly concessions: number;
  readonly n: number;
  readonly interval: readonly [number, number];
}

/** Concessions by data set: of all incidents whose outcome is recorded, by objective, and with hostile economic measures or without. */
export async function baseRates(incidents: readonly Incident[]): Promise<BaseRate[]> {
  const { wilson } = await import('../trend/numerics.ts');
  const judged = incidents.filter((incident) => incident.outcome !== null);
  const counters = [...new Set(judged.map((incident) => incident.counter))];
  return counters.flatMap((counter) => {
    const all = judged.filter((incident) => incident.counter === counter);
    const types = [...new Set(all.flatMap((incident) => incident.types))].sort();
    const rate = (of: string, some: readonly Incident[]): BaseRate[] => {
      if (some.length === 0) return [];
      const concessions = some.filter((incident) => incident.outcome!.concession).length;
      return [{ of, counter, concessions, n: some.length, interval: wilson(concessions, some.length) }];
    };
    return [
      ...rate('all incidents', all),
      ...rate(
        'with hostile economic measures',
        all.filter((i) => i.lanes.includes('economic')),
      ),
      ...rate(
        'without economic measures',
        all.filter((i) => !i.lanes.includes('economic')),
      ),
      ...types.flatMap((type) =>
        rate(
          type,
          all.filter((i) => i.types.includes(type)),
        ),
      ),
    ];
  });
}
