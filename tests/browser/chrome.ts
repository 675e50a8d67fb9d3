/** An installed Chrome or Chromium, or one that is installed here, started for tests. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

/** Runs as root, without a sandbox, in containers with little shared memory, and asks for nothing. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

const playwright = fileURLToPath(
  new URL('../../node_modules/playwright-core/cli.js', import.meta.url),
);

const aptInstall = 'apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y chromium';

const commands = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'chrome.exe',
];

/** Starts the browser and prints which one it is. Throws Error where none can be had. */
export async function launchChrome(): Promise<Browser> {
  const executablePath = findChrome() ?? installChrome();
  const browser = await chromium.launch({ executablePath, args: flags });
  console.log(`browser tests: ${executablePath}, version ${browser.version()}`);
  return browser;
}

/** `CHROME_PATH`, else where Chrome and Chromium are usually installed. */
function findChrome(): string | undefined {
  const named = process.env['CHROME_PATH'];
  if (named === undefined) return candidates().find((path) => existsSync(path));
  if (existsSync(named)) return named;
  throw new Error(`CHROME_PATH: expected a browser, found no file at ${named}`);
}

function candidates(): string[] {
  const windows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const root = process.env[name];
    return root === undefined ? [] : [join(root, 'Google', 'Chrome', 'Application', 'chrome.exe')];
  });
  return [
    ...inFolders(commands),
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...windows,
    chromium.executablePath(),
  ];
}

/** Paths of commands in the folders of `PATH`. */
export function inFolders(names: readonly string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * Debian's package as root, as it brings the libraries that the browser needs; else the build that
 * Playwright downloads.
 */
function installChrome(): string {
  const root = process.getuid?.() === 0;
  const debian = root && existsSync('/usr/bin/apt-get');
  const ways = [
    ...(debian ? [['sh', '-c', aptInstall]] : []),
    [process.execPath, playwright, 'install', 'chromium'],
  ];
  for (const [command, ...args] of ways) {
    console.log(`browser tests: no Chrome or Chromium found; running ${args.join(' ')}`);
    spawnSync(command!, args, { stdio: 'inherit' });
    const found = findChrome();
    if (found !== undefined) return found;
  }
  throw new Error('browser tests: expected Chrome or Chromium, found none and could install none');
}
