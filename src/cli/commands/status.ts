import { withLedger } from '../connection.ts';
import { EXIT } from '../exit.ts';
import { print } from '../output.ts';

export async function statusCommand({ json = false }: { readonly json?: boolean }): Promise<number> {
  const status = await withLedger(({ call }) => call('system.status', {}));
  if (json) await print(`${JSON.stringify(status)}\n`);
  else for (const [name, value] of Object.entries(status)) await print(`${name.padEnd(12)}${value}\n`);
  return EXIT.done;
}
