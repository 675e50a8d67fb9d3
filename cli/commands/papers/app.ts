import type { Command } from 'commander';
import { misuse } from '../../../bindings/words/errors/program/commands.js';
import { notices } from '../../../bindings/words/errors/program/notices.js';
import { usageValue } from '../../../bindings/words/errors/program/usage.js';
import { openBrowser } from '../../app/browser.js';
import { type GivenFile, givenFiles } from '../../app/given.js';
import { onePage } from '../../app/one-page.js';
import { writeSite } from '../../app/site.js';
import { serveApp } from '../../app/server.js';
import { invalid, usage } from '../../exit.js';
import { writeWhole } from '../../files/files.js';
import { type Host, notice, print } from '../../host.js';

interface AppFlags {
  readonly save?: string;
  readonly port?: number;
  /** False after --no-open. */
  readonly open: boolean;
  readonly json?: true;
}

const help = `
Examples:
  npx wasmetrics app                              # the page, with its examples
  npx wasmetrics app firms.csv model.yaml         # opens the data and the model
  npx wasmetrics app paper.yaml data.csv --save page.html  # one file that needs no server`;

const MOST_PORT = 65_535;

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= MOST_PORT) return port;
  throw invalid(usageValue.port({ most: MOST_PORT }));
}

/** `wasmetrics app data.csv`: the page, served to this machine. */
export function addApp(program: Command, host: Host): void {
  program
    .command('app')
    .description('open the page in a browser: build models and see what each choice does')
    .argument('[files...]', 'data, models and a study that the page opens')
    .option(
      '--save <file>',
      'write the page with these files as one HTML file, or as a site if it ends in /',
    )
    .option('--port <n>', 'port of the server (default: any that is free)', portNumber)
    .option('--no-open', 'print the address, and open no browser')
    .option('--json', 'print the address and errors as JSON')
    .addHelpText('after', help)
    .action(async (paths: readonly string[], flags: AppFlags) => {
      const files = await givenFiles(host, paths);
      if (flags.save === undefined) return serve(host, files, flags);
      if (/[/\\]$/.test(flags.save)) await writeSite(host, flags.save, files);
      else await writeWhole(host, flags.save, [await onePage(files)]);
      notice(host, notices.wrote({ files: [flags.save] }));
    });
}

/** Serves until Ctrl-C. */
async function serve(
  host: Host,
  files: readonly GivenFile[],
  { port = 0, open, json }: AppFlags,
): Promise<void> {
  const server = await serveApp(files, port).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? usage(misuse['port-in-use']({ port })) : error;
  });
  const names = files.map(({ name }) => name);
  if (json) print(host, JSON.stringify({ url: server.url, files: names }));
  else print(host, server.url);
  if (open) openBrowser(server.url);
  const stopped = new Promise<void>((resolve) => {
    host.once('SIGINT', resolve);
    host.once('SIGTERM', resolve);
  });
  notice(host, notices.serving({ files: names }));
  await stopped;
  await server.close();
}
