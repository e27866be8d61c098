import { expect, test } from 'vitest';
import { detectLanguage } from './language.ts';

const ENGLISH =
  'The attackers worked in the network of the ministry for three weeks, copied the mail of several people and then left through a server in another country. ';
const GERMAN =
  'Die Angreifer waren drei Wochen lang im Netz des Ministeriums, kopierten die Post mehrerer Leute und gingen dann über einen Rechner in einem anderen Land davon. ';
const FRENCH =
  "Les attaquants sont restés trois semaines dans le réseau du ministère, ont copié le courrier de plusieurs personnes puis sont repartis par un serveur d'un autre pays. ";
const CHINESE =
  '攻击者在该部的网络中活动了三个星期，复制了几个人的邮件，然后通过另一个国家的服务器离开。调查人员表示，目前还不清楚谁是幕后黑手。该部拒绝发表评论，并称调查仍在继续。';

test.each([
  ['eng', ENGLISH.repeat(2)],
  ['deu', GERMAN.repeat(2)],
  ['fra', FRENCH.repeat(2)],
  ['cmn', CHINESE.repeat(3)],
])('%s', async (code, text) => expect(await detectLanguage(text)).toBe(code));

test('too little text is no evidence', async () => {
  expect(await detectLanguage('The attackers left.')).toBeNull();
  expect(await detectLanguage('')).toBeNull();
});

test('links and hashes are not counted as words', async () => {
  expect(await detectLanguage(`hxxp://${'abcdefgh'.repeat(40)} ${'9f86d081884c7d65'.repeat(20)}`)).toBeNull();
  expect(await detectLanguage(`${ENGLISH.repeat(2)}${'9f86d081884c7d659a2feaa0c55ad015 '.repeat(30)}`)).toBe('eng');
});
