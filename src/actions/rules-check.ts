import type { Problem } from '../base/problem.ts';
import { type DocumentAccount, loadRules } from '../sigma/index.ts';
import { type RuleSettings, readRuleFiles, readSettings } from '../telemetry/rule-files.ts';

export type { DocumentAccount };

/** What became of rules: each document with what was remarked on it. */
export interface RulesChecked {
  readonly files: number;
  readonly documents: readonly DocumentAccount[];
  /** Files and folders that could not be read at all. */
  readonly unread: readonly Problem[];
}

/** Reads rules as a hunt would and accounts for every file and document. Throws `UsageError` for settings that cannot be read. */
export async function checkRules(paths: readonly string[], settings: RuleSettings): Promise<RulesChecked> {
  const [{ files, problems: unread }, options] = await Promise.all([readRuleFiles(paths), readSettings(settings)]);
  const { account } = loadRules(files, options);
  return { files: files.length, documents: account, unread };
}
