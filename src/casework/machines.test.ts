import { expect, test } from 'vitest';
import { FieldTable } from '../base/fields.ts';
import type { LogEvent } from '../model/event.ts';
import { Addresses } from './addresses.ts';
import { Machines } from './machines.ts';

test('a short name and the only full name that has it are one machine', () => {
  const machines = new Machines(['dc01.plant.example', 'DC01', 'WS-1']);
  expect(['DC01.plant.example', 'dc01', 'ws-1'].map((name) => machines.name(name))).toEqual(['DC01', 'DC01', 'WS-1']);
  expect(['dc01', 'DC01.PLANT.EXAMPLE', 'dc01.other.example', 'none'].map((name) => machines.find(name))).toEqual([
    ...['DC01', 'DC01', undefined, undefined],
  ]);
});

test('two domains with the same short name have two machines, and the short name alone is neither', () => {
  const machines = new Machines(['dc01.plant.example', 'dc01.office.example', 'mail.plant.example']);
  expect(['dc01.plant.example', 'DC01.office.example', 'dc01', 'mail'].map((name) => machines.name(name))).toEqual([
    ...['DC01.PLANT.EXAMPLE', 'DC01.OFFICE.EXAMPLE', 'DC01', 'MAIL'],
  ]);
});

test('a short name in a record of one of the two domains means the machine of that domain', () => {
  const machines = new Machines(['dc01.plant.example', 'dc01.office.example', 'mail.plant.example']);
  expect(machines.name('DC01', 'mail.plant.example')).toBe('DC01.PLANT.EXAMPLE');
  expect(machines.name('DC01', 'ws-1.third.example')).toBe('DC01');
  expect(machines.name('dc01.office.example', 'mail.plant.example')).toBe('DC01.OFFICE.EXAMPLE');
});

test('an address is no name with a domain', () => {
  expect(new Machines(['10.1.2.3']).name('10.1.2.3')).toBe('10.1.2.3');
});

const fields = new FieldTable();
const event = (computer: string, address: string) =>
  ({
    ...{ eventId: 3, computer },
    value: (id: number) => (id === fields.id('SourceIp') ? address : null),
  }) as unknown as LogEvent;

test('addresses lead to machines by the names they go by, also when other threads saw the other domain', () => {
  const [one, two] = [new Addresses(fields), new Addresses(fields)];
  one.event(event('dc01.plant.example', '10.1.0.1'));
  two.event(event('dc01.office.example', '10.2.0.1'));
  two.event(event('mail.office.example', '10.2.0.2'));
  const merged = new Addresses(fields, one.toJSON());
  merged.merge(new Addresses(fields, two.toJSON()));
  expect(Object.fromEntries(merged.result().addresses)).toEqual({
    ...{ '10.1.0.1': 'DC01.PLANT.EXAMPLE', '10.2.0.1': 'DC01.OFFICE.EXAMPLE', '10.2.0.2': 'MAIL' },
  });
});
