-- CreateTable. Unlogged: it is written often, and a crash may forget it.
CREATE UNLOGGED TABLE "RateCount" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateCount_pkey" PRIMARY KEY ("key")
);
