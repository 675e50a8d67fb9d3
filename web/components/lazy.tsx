/** Parts of the page that are loaded when they are first shown. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component whose code is loaded with its first use; nothing is shown until then. */
export function lazy(load: () => Promise<ComponentType>): ComponentType {
  let loaded: ComponentType | undefined;
  return function Lazy() {
    const [Part, setPart] = useState(() => loaded);
    useEffect(() => {
      if (Part === undefined) void load().then((part) => setPart(() => (loaded = part)));
    }, [Part]);
    return Part === undefined ? null : <Part />;
  };
}
