import { expect, test } from 'vitest';
import { stateSpeaking } from './speaks-for.ts';

test.each([
  // A firm, a paper, a researcher, the people: nobody speaks for the state they are at home in.
  ['FireEye', null, null],
  ['John Hultquist', 'FireEye', null],
  ['The Wall Street Journal', null, null],
  ['Microsoft', null, null],
  ['BAE Systems', null, null],
  ['BAE and PwC UK', null, null],
  ['South Koreans', null, null],
  ['South Korean experts', null, null],
  ['a US security firm', null, null],
  ['president of FireEye', null, null],
  ['the South Korean news agency', null, null],
  ['a former NSA official', null, null],
  ['US senators', null, null],
  ['Eugene Kaspersky', null, null],
  ['Yonhap', null, null],
  ['the Chinese company spokesman', null, null],
  ['narrator', null, null],
  ['narrator', 'FireEye', null],
  // Governments, ministries, agencies, armed forces, those in office, their spokesmen.
  ['China', null, 'CN'],
  ['Beijing', null, 'CN'],
  ['the United States', null, 'US'],
  ['the South Korean government', null, 'KR'],
  ["South Korea's Ministry of National Defense", null, 'KR'],
  ['U.S. intelligence officials', null, 'US'],
  ['the FBI', null, 'US'],
  ['the National Cyber Security Centre', null, 'GB'],
  ['the Chinese military', null, 'CN'],
  ['Hua Chunying', null, 'CN'],
  ['Geng Shuang', "China's Foreign Ministry", 'CN'],
  ['Chinese spokesman Geng Shuang', 'Foreign Ministry', 'CN'],
  ['a spokesman for the Russian Embassy', null, 'RU'],
  ['a Chinese spokeswoman', null, 'CN'],
  ['CERT-UA', null, 'UA'],
] as const)('%s (%s) speaks for %s', (speaker, speaker_org, state) => {
  expect(stateSpeaking({ speaker, speaker_org })).toBe(state);
});
