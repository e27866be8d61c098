import { UsageError } from '../base/errors.ts';
import type { Reader } from '../model/reading.ts';
import type { ReadingTools } from './reading-tools.ts';

export type ReaderName = 'rules' | 'endpoint';

/**
 * Everything that reading needs, with the reader of that name. Loaded when first called and kept: it takes half a second, so
 * it never happens before something is to be read. Throws UsageError when the endpoint is asked for and not set up.
 */
export function readingTools(name: ReaderName, env: NodeJS.ProcessEnv = process.env): () => Promise<ReadingTools> {
  let tools: Promise<ReadingTools> | undefined;
  return () => {
    tools ??= load(name, env);
    return tools;
  };
}

async function load(name: ReaderName, env: NodeJS.ProcessEnv): Promise<ReadingTools> {
  const [{ extract }, { documentSentences }, { findIndicators }, { findTechniques }, reader] = await Promise.all([
    import('../text/extract.ts'),
    import('../text/sentences.ts'),
    import('../text/indicators/find.ts'),
    import('../reading/techniques/index.ts'),
    LOADERS[name](env),
  ]);
  return {
    extract,
    findIndicators,
    findTechniques: (document) => findTechniques(document, documentSentences(document)),
    reader,
  };
}

const LOADERS: Record<ReaderName, (env: NodeJS.ProcessEnv) => Promise<Reader>> = {
  rules: async () => (await import('../reading/read.ts')).rulesReader(),
  endpoint: async (env) => {
    const { endpointConfigFromEnv, endpointReader } = await import('../reading/endpoint/index.ts');
    const config = endpointConfigFromEnv(env);
    if (!config) throw new UsageError('the endpoint reader needs LONGWATCH_LLM_BASE_URL and LONGWATCH_LLM_MODEL');
    return endpointReader(config);
  },
};
