/** Optional packages that a program provides, where their names lead nowhere: in workers of pages without a bundler. */
const provided = new Map<string, () => Promise<unknown>>();

export function providePackages(loaders: Readonly<Record<string, () => Promise<unknown>>>): void {
  for (const [name, load] of Object.entries(loaders)) provided.set(name, load);
}

/** How the program loads a package; undefined if it provides none. */
export const providedPackage = (name: string) => provided.get(name);
