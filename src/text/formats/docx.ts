import { type Format, NOTHING, SURE } from './format.ts';

export const docx: Format = { id: 'docx', recognises: () => SURE.no, read: async () => NOTHING };
