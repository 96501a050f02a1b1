package de.lokalwillkommen.admin.page;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import org.primefaces.component.dialog.DialogRenderer;

/**
 * Writes PrimeFaces' dialogs without {@code style="display:none"}, which the content security
 * policy refuses; the class beside it hides them as well.
 */
public class DialogWithoutStyle extends DialogRenderer {

  @Override
  public void encodeEnd(FacesContext context, UIComponent component) throws IOException {
    ResponseWriter writer = context.getResponseWriter();
    context.setResponseWriter(new Styleless(writer));
    try {
      super.encodeEnd(context, component);
    } finally {
      context.setResponseWriter(writer);
    }
  }

  private static final class Styleless extends ResponseWriterWrapper {

    Styleless(ResponseWriter wrapped) {
      super(wrapped);
    }

    @Override
    public void writeAttribute(String name, Object value, String property) throws IOException {
      if (!"style".equals(name)) {
        super.writeAttribute(name, value, property);
      }
    }
  }
}
