import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { UsageError } from '../../base/errors.ts';
import { checkedBaseUrl, endpointConfigFromEnv } from './config.ts';

test('without a base URL there is no endpoint', () => {
  expect(endpointConfigFromEnv({})).toBeNull();
  expect(endpointConfigFromEnv({ LONGWATCH_LLM_BASE_URL: ' ', LONGWATCH_LLM_API_KEY: 'k' })).toBeNull();
});

test('a base URL needs a model', () => {
  expect(() => endpointConfigFromEnv({ LONGWATCH_LLM_BASE_URL: 'http://localhost:1/v1' })).toThrow(UsageError);
});

test('the key can be used but not seen', () => {
  const config = endpointConfigFromEnv({
    LONGWATCH_LLM_BASE_URL: 'https://models.example/v1/',
    LONGWATCH_LLM_MODEL: 'some-model',
    LONGWATCH_LLM_API_KEY: 'top-secret',
  })!;
  expect(config).toMatchObject({ baseUrl: 'https://models.example/v1', model: 'some-model' });
  expect(config.key()).toBe('top-secret');
  expect(inspect(config) + JSON.stringify(config) + String(config)).not.toContain('top-secret');
});

test.each([
  ['http://127.0.0.1:8080/v1'],
  ['http://localhost:11434/v1'],
  ['http://[::1]:8080/v1'],
  ['https://models.example/v1'],
])('%s is taken', (url) => expect(checkedBaseUrl(url)).toBe(url));

test.each([
  ['http://models.example/v1'],
  ['http://127.0.0.1.models.example/v1'],
  ['http://192.168.0.7:8080/v1'],
  ['https://user:hidden@models.example/v1'],
  ['https://models.example/v1?key=hidden'],
  ['file:///etc/passwd'],
  ['models.example'],
])('%s is refused, without being repeated', (url) => {
  expect(() => checkedBaseUrl(url)).toThrow(UsageError);
  expect(() => checkedBaseUrl(url)).not.toThrow(/hidden/);
});

test('plain http to another machine can be allowed', () => {
  expect(checkedBaseUrl('http://192.168.0.7:8080/v1', true)).toBe('http://192.168.0.7:8080/v1');
});
