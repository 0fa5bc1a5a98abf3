/** The part of the `edtf` package that the comparison asks for: bounds in milliseconds since 1970. */
declare module 'edtf' {
  export default function edtf(text: string): { min: number | null; max: number | null };
}
