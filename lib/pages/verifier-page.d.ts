/** The verifier as one HTML file; wxt.config.ts has it built. */
declare module 'virtual:verifier-page' {
  const page: string;
  export default page;
}
