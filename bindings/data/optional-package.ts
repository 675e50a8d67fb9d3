import { InputError } from '../core/errors/errors.js';

/**
 * Imports a package that users install only if they need it. `use` names the feature that needs it. `all` lists the
 * packages that the call needs, so that one command installs them.
 *
 * @throws InputError `missing-package` with the command that installs it
 */
export async function optionalPackage<Module>(
  name: string,
  use: string,
  load: () => Promise<Module>,
  all: readonly string[] = [name],
): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const isMissing = /ERR_MODULE_NOT_FOUND|MODULE_NOT_FOUND/.test(codeOf(error));
    const why = isMissing ? 'is not installed' : `cannot be loaded (${String(error)})`;
    const message = `the package ${name} ${why}; run npm install ${all.join(' ')}`;
    throw new InputError('missing-package', message, { package: name }, use);
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
