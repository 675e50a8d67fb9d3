/** Confines the program of a bundle: by bubblewrap and Node's permission model, or by Node's permission model only. */
import { EngineError } from '../../../bindings/index.js';
import { engineUnconfined } from '../../../bindings/words/errors/program/engines.js';
import { findBubblewrap } from './bubblewrap.js';
import {
  type EngineProgram,
  hasPermissions,
  nodeArguments,
  refusesNetwork,
} from './permissions.js';

export interface Confinement {
  readonly by: 'bubblewrap' | 'node';
  /** Explains the confinement to the person who runs the program. */
  readonly words: string;
  /** True for a program that somebody else built. */
  readonly isUntrusted: boolean;
  command(program: EngineProgram): readonly string[];
}

/** For the installed engine, which may use threads. */
export const installedConfinement: Confinement = {
  by: 'node',
  words: 'the installed engine',
  isUntrusted: false,
  command: (program) => [process.execPath, ...nodeArguments(program, false)],
};

/**
 * For a program that somebody else built.
 *
 * @throws EngineError `engine-unconfined` if nothing here can confine it
 */
export function untrustedConfinement(path?: string): Confinement {
  const bubblewrap = findBubblewrap(path);
  if ('command' in bubblewrap) {
    const words =
      'bubblewrap confines it: it has no network, and sees only its copies of the files and no other processes';
    const { command } = bubblewrap;
    return { by: 'bubblewrap', words, isUntrusted: true, command };
  }
  if (!hasPermissions) {
    const { missing } = bubblewrap;
    const told = engineUnconfined({ bubblewrap: missing.text, missing });
    throw new EngineError(told, 'verify');
  }
  return {
    by: 'node',
    words: permissionWords(bubblewrap.missing.text),
    isUntrusted: true,
    command: (program) => [process.execPath, ...nodeArguments(program, true)],
  };
}

function permissionWords(missing: string): string {
  const network = refusesNetwork
    ? ''
    : "it can reach the network and local sockets such as Docker's, ";
  return `only the permission model of Node ${process.versions.node} confines it, as bubblewrap is not available (${missing}): ${network}it can end other programs of yours, and a hostile program may break out`;
}
