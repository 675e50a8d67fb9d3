/** An installed Firefox, or one that is installed here, started for tests. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { inFolders } from '../chrome.js';

const installer = fileURLToPath(
  new URL('../../../node_modules/@puppeteer/browsers/lib/cjs/main-cli.js', import.meta.url),
);

const aptInstall =
  'apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends firefox-esr';

/** Starts the browser and prints which one it is. Throws Error where none can be had. */
export async function launchFirefox(): Promise<Browser> {
  const executablePath = findFirefox() ?? installFirefox();
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath });
  console.log(`browser tests: ${executablePath}, version ${await browser.version()}`);
  return browser;
}

/** `FIREFOX_PATH`, else where Firefox is usually installed. */
function findFirefox(): string | undefined {
  const named = process.env['FIREFOX_PATH'];
  if (named === undefined) return candidates().find((path) => existsSync(path));
  if (existsSync(named)) return named;
  throw new Error(`FIREFOX_PATH: expected a browser, found no file at ${named}`);
}

function candidates(): string[] {
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((name) => process.env[name] ?? []);
  return [
    ...inFolders(['firefox-esr', 'firefox', 'firefox.exe']),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...folders.map((folder) => join(folder, 'Mozilla Firefox', 'firefox.exe')),
  ];
}

/** Debian's package as root, as it brings the libraries that the browser needs; else the build that Puppeteer downloads. */
function installFirefox(): string {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`browser tests: no Firefox found; running ${aptInstall}`);
    spawnSync('sh', ['-c', aptInstall], { stdio: 'inherit' });
  }
  const found = findFirefox();
  if (found !== undefined) return found;
  const folder = join(tmpdir(), 'wasmetrics-browsers');
  const args = ['install', 'firefox@stable', '--path', folder, '--format', '{{path}}'];
  console.log(`browser tests: no Firefox found; running ${args.join(' ')}`);
  const { stdout } = spawnSync(process.execPath, [installer, ...args], { encoding: 'utf8' });
  const downloaded = stdout.trim().split('\n').at(-1)!;
  if (existsSync(downloaded)) return downloaded;
  throw new Error('browser tests: expected Firefox, found none and could install none');
}
