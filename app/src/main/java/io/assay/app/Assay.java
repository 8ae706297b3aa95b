package io.assay.app;

/** The program: reads the command line and runs one command. */
public final class Assay {
  private Assay() {}

  public static void main(String[] args) {
    System.out.println("assay");
  }
}
