/** The second reader: a language model behind an OpenAI-compatible endpoint. Off unless it is configured. */
export { type EndpointConfig, endpointConfigFromEnv } from './config.ts';
export { endpointReader } from './reader.ts';
