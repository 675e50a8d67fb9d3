/** Parts of the program that are loaded on first use, so that a page contains only what it uses. */
export interface FirstUse<Part> {
  /** The part, once it has been loaded. */
  readonly loaded: Part | undefined;
  load(): Promise<Part>;
  /** Stores a part that is already available, and returns it. */
  hold(part: Part): Part;
}

export function onFirstUse<Part>(load: () => Promise<Part>): FirstUse<Part> {
  let part: Part | undefined;
  return {
    get loaded() {
      return part;
    },
    load: async () => (part ??= await load()),
    hold: (given) => (part ??= given),
  };
}
