import type { Layout } from '../record/layout.ts';

/** Any other record: its fields by their paths, its time by the usual names; what kind of log it is, its user has to say. */
export const PLAIN: Layout = {
  name: 'plain',
  head(record, head) {
    head.time = record['@timestamp'] ?? record.timestamp ?? record.time ?? record.ts ?? record.Timestamp ?? record.date;
    head.computer = [record.host, record.hostname, record.computer].find((name) => typeof name === 'string') ?? '';
  },
  objects: true,
};
