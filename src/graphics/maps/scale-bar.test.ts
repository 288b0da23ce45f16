import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scaleBarKm } from './scale-bar.ts';

it('is a round distance that fits, and no needlessly short one', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), (pxPerKm) => {
      const km = scaleBarKm(pxPerKm);
      expect(String(km.toExponential())).toMatch(/^[125]e/);
      expect(km * pxPerKm).toBeLessThanOrEqual(120 + 1e-9);
      expect(km * pxPerKm).toBeGreaterThan(120 / 2.6);
    }),
  );
});
