import { type RefObject, useEffect, useRef } from 'react';
import { AXIS_HEIGHT } from './layout.ts';

type OnWheel = (x: number, deltaX: number, deltaY: number) => void;

/** The wheel zooms where it would not scroll: over the axis, with Ctrl, or when there is nothing to scroll. */
export function useWheel(frame: RefObject<HTMLElement | null>, onWheel: OnWheel): void {
  const current = useRef(onWheel);
  current.current = onWheel;
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const listen = (event: WheelEvent) => {
      const { left, top } = element.getBoundingClientRect();
      const main = element.closest('main');
      const scrolls = main !== null && main.scrollHeight > main.clientHeight + 4;
      if (scrolls && !event.ctrlKey && event.clientY - top > AXIS_HEIGHT) return;
      event.preventDefault();
      current.current(event.clientX - left, event.deltaX, event.deltaY);
    };
    element.addEventListener('wheel', listen, { passive: false });
    return () => element.removeEventListener('wheel', listen);
  }, [frame]);
}
