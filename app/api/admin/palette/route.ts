export { answerPalette as GET } from "@/lib/palette/endpoint";
