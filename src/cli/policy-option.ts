import { readPolicyFile } from '../actions/name-files.ts';
import type { NamingPolicy } from '../model/name.ts';

/** What `--policy` names: a JSON file by its ending, else a policy by its id. Throws UsageError for a file that holds none. */
export function policyOption(given: string | undefined): { policy?: string | NamingPolicy } {
  if (!given) return {};
  return { policy: /\.json$/i.test(given) ? readPolicyFile(given) : given };
}
