/** What the engine takes, in English. */
import { says } from '../../told.js';

export const compiledModule = says('compiled-module', 'a compiled module of the core');
export const moduleOrBuild = says('module-or-build', () => 'a module or { build }');
export const estimationModule = says('estimation-module', 'wasmetrics.wasm');
export const anEngine = says('engine', 'an instance of the core from loadEngine');
