import { InputError } from '../core/errors/errors.js';
import { providedPackage } from '../core/values/packages.js';
import { missingPackage } from '../words/errors/readers/files.js';
import { type Told, toldOf } from '../words/told.js';

/**
 * Imports a package that users install only if they need it. `use` names the feature that needs it. `all` lists the
 * packages that the call needs, so that one command installs them.
 *
 * @throws InputError `missing-package` with the command that installs it
 */
export async function optionalPackage<Module>(
  name: string,
  use: string | Told,
  load: () => Promise<Module>,
  all: readonly string[] = [name],
): Promise<Module> {
  try {
    return (await (providedPackage(name) ?? load)()) as Module;
  } catch (error) {
    const isMissing = /ERR_MODULE_NOT_FOUND|MODULE_NOT_FOUND/.test(codeOf(error));
    const fault = isMissing ? undefined : String(error);
    const told = missingPackage({ package: name, fault, all });
    throw typeof use === 'string' ? new InputError(told, use) : new InputError(toldOf(told, use));
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
