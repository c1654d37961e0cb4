import { answerBeat, answerVersions } from "@/lib/writing/endpoint";

export { answerBeat as PUT, answerVersions as GET };
