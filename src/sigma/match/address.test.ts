import { expect, test } from 'vitest';
import { inNetwork, readAddress, readNetwork } from './address.ts';

const isIn = (address: string, network: string): boolean => {
  const read = readAddress(address);
  return read !== null && inNetwork(read, readNetwork(network)!);
};

test.each([
  ['10.1.2.3', '10.0.0.0/8', true],
  ['11.1.2.3', '10.0.0.0/8', false],
  ['192.0.2.129', '192.0.2.128/25', true],
  ['192.0.2.127', '192.0.2.128/25', false],
  ['192.0.2.1', '192.0.2.1', true],
  ['203.0.113.9', '0.0.0.0/0', true],
  ['2001:db8::1', '0.0.0.0/0', false],
  ['::ffff:10.1.2.3', '10.0.0.0/8', true],
  ['::ffff:a01:203', '10.0.0.0/8', true],
  ['10.1.2.3', '::ffff:10.0.0.0/104', true],
  ['2001:DB8:0:0:8::1', '2001:db8::/32', true],
  ['fe80::1%eth0', 'fe80::/10', true],
  ['febf::1', 'fe80::/10', true],
  ['fec0::1', 'fe80::/10', false],
  ['::1', '::1/128', true],
])('%s in %s: %s', (address, network, is) => {
  expect(isIn(address, network)).toBe(is);
});

test('what is no address is in no network', () => {
  for (const text of [
    '',
    '-',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '1.2.3.4 ',
    'a.b.c.d',
    '::1::',
    '1:2:3:4:5:6:7:8:9',
    ':1',
    '12345::',
  ])
    expect([text, readAddress(text)]).toEqual([text, null]);
  for (const text of ['10.0.0.0/33', '::/129', '10.0.0/8', 'x', '10.0.0.0/-1'])
    expect([text, readNetwork(text)]).toEqual([text, null]);
});
