import { fieldKey } from '../base/fields.ts';
import { type Entry, type Plan, RANK } from './plan.ts';

/** Where a field is found: entries, and the number of the instance each belongs to. Several when its name is repeated. */
export interface Found {
  readonly instances: readonly number[];
  readonly entries: readonly Entry[];
}

/**
 * The plans a record is made of, in order. All records of one kind of event share a shape, so what a field name leads to is
 * looked up once a shape.
 */
export class Shape {
  readonly plans: readonly Plan[];
  readonly dynamic: boolean;
  readonly system: SystemFields;
  private readonly next = new Map<Plan, Shape>();
  /** By field number of the table: 0 not looked up, -1 not there, else 1 + index in `found`. */
  private slots = new Int32Array(64);
  private readonly found: Found[] = [];
  private every: ReturnType<Shape['all']> | null = null;

  constructor(plans: readonly Plan[]) {
    this.plans = plans;
    this.dynamic = plans.some((plan) => plan.dynamic);
    const first = (name: string): Found | null => this.search(fieldKey(name), RANK.system);
    this.system = {
      provider: first('Provider_Name'),
      record: first('EventRecordID'),
      eventId: first('EventID'),
      level: first('Level'),
      time: first('TimeCreated_SystemTime'),
      channel: first('Channel'),
      computer: first('Computer'),
    };
  }

  /** The shape of records that begin with a plan. `lasting` is false for plans that will not be met again. */
  static of(plan: Plan, lasting: boolean): Shape {
    if (!lasting) return new Shape([plan]);
    let shape = STARTS.get(plan);
    if (shape === undefined) {
      shape = new Shape([plan]);
      STARTS.set(plan, shape);
    }
    return shape;
  }

  /** The shape with one more plan. */
  with(plan: Plan, lasting: boolean): Shape {
    if (!lasting) return new Shape([...this.plans, plan]);
    let shape = this.next.get(plan);
    if (shape === undefined) {
      shape = new Shape([...this.plans, plan]);
      this.next.set(plan, shape);
    }
    return shape;
  }

  /** Where field number `id`, called `name`, is found; null where the record does not name it. */
  field(id: number, name: string): Found | null {
    if (id >= this.slots.length) this.grow(id);
    const slot = this.slots[id]!;
    if (slot > 0) return this.found[slot - 1]!;
    if (slot < 0) return null;
    const found = this.best(fieldKey(name));
    this.slots[id] = found === null ? -1 : this.found.push(found);
    return found;
  }

  /** Every field whose name does not depend on values, as `field` finds it. */
  all(): readonly { readonly name: string; readonly key: string; readonly found: Found }[] {
    if (this.every === null) {
      const names = new Map<string, string>();
      for (const plan of this.plans)
        for (const { name, nameParts } of plan.entries)
          if (nameParts === null && !names.has(fieldKey(name))) names.set(fieldKey(name), name);
      this.every = [...names].map(([key, name]) => ({ key, name, found: this.best(key)! }));
    }
    return this.every;
  }

  private best(key: string): Found | null {
    return this.search(key, RANK.data) ?? this.search(key, RANK.system) ?? this.search(key, RANK.other);
  }

  private search(key: string, rank: number): Found | null {
    const instances: number[] = [];
    const entries: Entry[] = [];
    for (const [instance, plan] of this.plans.entries())
      for (const index of plan.find(key)) {
        const entry = plan.entries[index]!;
        if (entry.rank !== rank) continue;
        instances.push(instance);
        entries.push(entry);
      }
    return entries.length === 0 ? null : { instances, entries };
  }

  private grow(id: number): void {
    const slots = new Int32Array(Math.max(2 * this.slots.length, id + 1));
    slots.set(this.slots);
    this.slots = slots;
  }
}

/** The fields of System that readers ask for by themselves, whatever the event calls its own. */
interface SystemFields {
  readonly provider: Found | null;
  readonly record: Found | null;
  readonly eventId: Found | null;
  readonly level: Found | null;
  readonly time: Found | null;
  readonly channel: Found | null;
  readonly computer: Found | null;
}

const STARTS = new WeakMap<Plan, Shape>();
