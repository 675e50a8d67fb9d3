/** Whether something is on the screen. */
import { signal, type Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

/** The numbers of the estimate. */
export const numbersInView = signal(false);
/** The controls above the numbers on the opening screen. */
export const liveInView = signal(false);
/** The claims of the paper. */
export const claimsInView = signal(false);
/** The choices of the paper. */
export const choicesInView = signal(false);

/** A reference to what is watched: the signal is true while half of it, or half of the screen, is in view. */
export function useInView<Watched extends Element>(inView: Signal<boolean>) {
  const watched = useRef<Watched>(null);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const { intersectionRatio, intersectionRect, rootBounds } = entries.at(-1)!;
        const ofScreen = intersectionRect.height / (rootBounds?.height ?? Infinity);
        inView.value = Math.max(intersectionRatio, ofScreen) >= 0.5;
      },
      { threshold: [0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75] },
    );
    observer.observe(watched.current!);
    return () => {
      observer.disconnect();
      inView.value = false;
    };
  }, [inView]);
  return watched;
}
