import { type Format, NOTHING, SURE } from './format.ts';

export const pdf: Format = { id: 'pdf', recognises: () => SURE.no, read: async () => NOTHING };
