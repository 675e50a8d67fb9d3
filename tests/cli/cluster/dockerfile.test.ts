/** The Dockerfile, as pods need its image. `npm run test:image` builds it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (name: string) => readFileSync(`${root}${name}`, 'utf8');
const lines = read('Dockerfile').replaceAll('\\\n', ' ').split('\n');
const valuesOf = (instruction: string) =>
  lines
    .filter((line) => line.startsWith(`${instruction} `))
    .map((line) => line.slice(instruction.length + 1));

it('takes its base by an argument, which a digest can pin', () => {
  const [base, ...others] = valuesOf('FROM').map((value) => value.split(' ')[0]);
  expect(lines.indexOf('ARG NODE_IMAGE=docker.io/library/node:22-slim')).toBeLessThan(
    lines.findIndex((line) => line.startsWith('FROM')),
  );
  expect([base, ...others]).toEqual(['${NODE_IMAGE}', '${NODE_IMAGE}']);
});

it('ends as a numeric user, with an init process and without what the build needs', () => {
  expect(valuesOf('USER').at(-1)).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  expect(valuesOf('ENTRYPOINT')).toEqual(['["tini", "--"]']);
  expect(valuesOf('COPY').at(-1)).toBe('--from=build /opt/wasmetrics /opt/wasmetrics');
});

it('installs optional packages that exist, of which queues, buckets and outputs are', () => {
  const { peerDependencies } = JSON.parse(read('package.json')) as { peerDependencies: object };
  const [, list] = /^PACKAGES="([^"]*)"$/.exec(
    valuesOf('ARG').find((arg) => arg.startsWith('PACKAGES='))!,
  )!;
  const missing = Object.keys(peerDependencies).filter((name) => !list!.split(' ').includes(name));
  expect(missing).toEqual(['@duckdb/node-api']);
  expect(list!.split(' ').filter((name) => !(name in peerDependencies))).toEqual([]);
});
