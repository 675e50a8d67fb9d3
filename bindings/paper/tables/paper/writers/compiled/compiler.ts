/** The Typst compiler, an optional package. */
import { optionalPackage } from '../../../../../data/optional-package.js';

interface Compiler {
  pdf(
    source: { readonly mainFileContent: string },
    options: { readonly creationTimestamp: number },
  ): Uint8Array;
  svg(source: { readonly mainFileContent: string }): string;
}

interface Typst {
  readonly NodeCompiler: { create(options: object): Compiler };
}

/** The import does not have a literal name, so that bundlers ignore the native package. */
export const typstPackage: string = '@myriaddreamin/typst-ts-node-compiler';

export async function typstCompiler(use: string): Promise<Compiler> {
  const { NodeCompiler } = await optionalPackage(
    typstPackage,
    use,
    () => import(/* @vite-ignore */ /* webpackIgnore: true */ typstPackage) as Promise<Typst>,
  );
  return NodeCompiler.create({});
}
