/** A whole number from 1 to a few hundred in Roman numerals, as several languages count centuries. */
export function roman(n: number): string {
  let rest = n;
  return [100, 90, 50, 40, 10, 9, 5, 4, 1]
    .map((value, i) => {
      const times = Math.floor(rest / value);
      rest %= value;
      return ['C', 'XC', 'L', 'XL', 'X', 'IX', 'V', 'IV', 'I'][i]?.repeat(times);
    })
    .join('');
}
