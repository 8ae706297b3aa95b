package io.assay.office.identity;

/**
 * What somebody presents to prove who they are, on its way to being forgotten. {@link #toString}
 * tells none of it.
 *
 * @param number the number itself, or whatever else the person is known by
 * @param name empty where the method asks for none
 * @param masked as much of the number as may be shown
 */
record Presented(Method method, String provider, String number, String name, String masked) {

  @Override
  public String toString() {
    return "Presented[" + method + "]";
  }
}
