/** Node by import and by require, in its supported versions; Jest in CommonJS; Deno and Bun. */
import { join } from 'node:path';
import { answerOf, app, bin, command, file, type Host } from './app.js';

const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** A CommonJS program with the same answer. */
const required = `const root = { ...require('wasmetrics'), ...require('wasmetrics/data') };
const estimators = require('wasmetrics/estimators');
import('./program.js')
  .then(({ runProgram }) => runProgram(root, estimators))
  .then((answer) => console.log(JSON.stringify(answer)));
`;

function byRequire(node: string) {
  return answerOf(node, ['--no-warnings', file('main.cjs', required)]);
}

const thisNode: readonly Host[] = [
  {
    name: 'this Node, import',
    packages: [],
    quick: true,
    run: () => answerOf(process.execPath, ['main.js']),
  },
  {
    name: 'this Node, require',
    packages: [],
    quick: true,
    run: () => byRequire(process.execPath),
  },
  {
    name: 'server rendering',
    packages: [],
    quick: true,
    run: async () => {
      const silent = `const before = new Set(Object.getOwnPropertyNames(globalThis));
await import('wasmetrics');
const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name));
const lasting = process.getActiveResourcesInfo().filter((name) => /Timeout|Worker|Port/.test(name));
console.log(JSON.stringify([...added, ...lasting]));\n`;
      const effects = await command(process.execPath, [file('effects.js', silent)]);
      if (effects.trim() !== '[]') throw new Error(`the import has effects: ${effects}`);
      return answerOf(process.execPath, ['main.js']);
    },
  },
];

/** A version of Node from npm: what to install, and its program in a folder that has it. */
export function nodePackage(version: string) {
  const name = `node-${version}`;
  return {
    spec: `${name}@npm:node-${platform}@${version}`,
    program: (folder: string) => join(folder, 'node_modules', name, 'bin/node'),
  };
}

function otherNode(version: string): Host[] {
  const { spec, program } = nodePackage(version);
  const packages = [spec];
  const node = program(app);
  return [
    { name: `Node ${version}, import`, packages, run: () => answerOf(node, ['main.js']) },
    { name: `Node ${version}, require`, packages, run: () => byRequire(node) },
  ];
}

const jestPackages = ['jest@29.7.0', '@babel/plugin-transform-modules-commonjs@7.28.6'];

const jest = (testEnvironment: string, packages: readonly string[]): Host => ({
  name: `Jest, CommonJS, ${testEnvironment}`,
  packages: [...jestPackages, ...packages],
  run: async () => {
    const test = `const { runProgram } = require('../program.js');
const { writeFileSync } = require('node:fs');
require('wasmetrics');
const { TextDecoder, TextEncoder } = require('node:util');
Object.assign(globalThis, { TextDecoder, TextEncoder }); // jsdom has none, and readers of files need them
test('the program', async () => {
  const answer = await runProgram({ ...require('wasmetrics'), ...require('wasmetrics/data') }, require('wasmetrics/estimators'));
  writeFileSync(__dirname + '/answer.json', JSON.stringify(answer));
}, 60000);\n`;
    file('jest/program.test.cjs', test);
    const transform = ['babel-jest', { plugins: ['@babel/plugin-transform-modules-commonjs'] }];
    const config = {
      testEnvironment,
      testMatch: ['**/jest/*.test.cjs'],
      transform: { '\\.js$': transform },
    };
    file('jest.config.json', JSON.stringify(config));
    await command(process.execPath, [bin('jest'), '--config', 'jest.config.json']);
    return answerOf(process.execPath, [
      '-p',
      `require('fs').readFileSync('jest/answer.json', 'utf8')`,
    ]);
  },
});

const runtimes: readonly Host[] = [
  {
    name: 'Deno, without permissions',
    packages: ['deno@2.9.6'],
    run: () => answerOf(bin('deno'), ['run', '--no-prompt', 'main.js']),
  },
  { name: 'Bun', packages: ['bun@1.4.5'], run: () => answerOf(bin('bun'), ['main.js']) },
  {
    name: 'bun build, then Node',
    packages: ['bun@1.4.5'],
    run: async () => {
      await command(bin('bun'), ['build', 'main.js', '--target', 'node', '--outdir', 'bun']);
      return answerOf(process.execPath, ['bun/main.js']);
    },
  },
  {
    name: 'bun build --compile',
    packages: ['bun@1.4.5'],
    run: async () => {
      await command(bin('bun'), ['build', '--compile', 'main.js', '--outfile', 'compiled']);
      return answerOf(join(app, 'compiled'), []);
    },
  },
];

export const nodeHosts: readonly Host[] = [
  ...thisNode,
  ...['20', '22', '24', '26'].flatMap(otherNode),
  jest('node', []),
  jest('jsdom', ['jest-environment-jsdom@29.7.0']),
  ...runtimes,
];
