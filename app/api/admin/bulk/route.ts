import { answerProgress } from "@/lib/bulk/endpoint";

export { answerProgress as GET };
