<?php
/**
 * The settings: where the dataset and the library are.
 *
 * @package Attested
 */

defined( 'ABSPATH' ) || exit;

add_action(
	'admin_menu',
	function () {
		add_options_page( 'Attested', 'Attested', 'manage_options', 'attested', 'attested_settings_page' );
	}
);

add_action(
	'admin_init',
	function () {
		register_setting(
			'attested',
			'attested_settings',
			array(
				'type'              => 'array',
				'sanitize_callback' => 'attested_sanitize_settings',
			)
		);
		add_settings_section( 'attested', '', '__return_empty_string', 'attested' );
		foreach ( array(
			'dataset' => __( 'Address of the dataset', 'attested' ),
			'library' => __( 'Address of the library', 'attested' ),
		) as $name => $label ) {
			add_settings_field(
				$name,
				$label,
				'attested_settings_field',
				'attested',
				'attested',
				array(
					'name'      => $name,
					'label_for' => 'attested-' . $name,
				)
			);
		}
	}
);

/**
 * Takes over only web addresses, and keeps what was there where one is not.
 *
 * @param mixed $given What the form sent.
 * @return array<string, string>
 */
function attested_sanitize_settings( $given ) {
	$before = get_option( 'attested_settings' );
	$before = is_array( $before ) ? $before : array();
	$after  = array();
	foreach ( array( 'dataset', 'library' ) as $name ) {
		$url = isset( $given[ $name ] ) && is_string( $given[ $name ] ) ? trim( $given[ $name ] ) : '';
		// An address without a scheme belongs to this site.
		$url = preg_match( '~^/(?!/)~', $url ) ? site_url( $url ) : $url;
		if ( '' !== $url && ( ! preg_match( '~^https?://[^/\s]~i', $url ) || esc_url_raw( $url, array( 'http', 'https' ) ) !== $url ) ) {
			/* translators: %s: what was written into the field. */
			add_settings_error( 'attested_settings', 'attested-' . $name, sprintf( __( '“%s” is not a web address; nothing was changed there.', 'attested' ), esc_html( $url ) ) );
			$url = isset( $before[ $name ] ) ? $before[ $name ] : '';
		}
		$after[ $name ] = $url;
	}
	attested_forget();
	return $after;
}

/**
 * One field of the form.
 *
 * @param array{name: string, label_for: string} $field Which.
 */
function attested_settings_field( $field ) {
	$saved = get_option( 'attested_settings' );
	printf(
		'<input type="url" class="large-text code" id="%1$s" name="attested_settings[%2$s]" value="%3$s" placeholder="%4$s" aria-describedby="%1$s-description"><p class="description" id="%1$s-description">%5$s</p>',
		esc_attr( $field['label_for'] ),
		esc_attr( $field['name'] ),
		esc_attr( isset( $saved[ $field['name'] ] ) ? $saved[ $field['name'] ] : '' ),
		esc_attr( attested_settings()[ $field['name'] ] ),
		'dataset' === $field['name']
			? esc_html__( 'A file that “attested build” made. Put the folder that “--static” made beside it, under the name “static”. Empty: the dataset that comes with this plugin.', 'attested' )
			: esc_html__( 'Where attested.js is. Empty: the one that comes with this plugin.', 'attested' )
	);
}

/** The page of the settings. */
function attested_settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	$index = attested_index();
	?>
<div class="wrap">
	<h1><?php echo esc_html( get_admin_page_title() ); ?></h1>
	<p>
	<?php
	if ( $index ) {
		$count = isset( $index['event'] ) ? count( $index['event'] ) : 0;
		/* translators: 1: title of the dataset, 2: number of events. */
		echo esc_html( sprintf( _n( 'In use: “%1$s”, with %2$d event.', 'In use: “%1$s”, with %2$d events.', $count, 'attested' ), attested_text( isset( $index['title'] ) ? $index['title'] : '', attested_language( $index ) ), $count ) );
	} else {
		esc_html_e( 'There is no folder “static” with an index.json beside the dataset. Widgets work, but the editor cannot list records, and readers without scripts see only what you write. “attested build FILE -o dataset.json --static static” makes it.', 'attested' );
	}
	?>
	</p>
	<form action="options.php" method="post">
		<?php
		settings_fields( 'attested' );
		do_settings_sections( 'attested' );
		submit_button();
		?>
	</form>
</div>
	<?php
}

add_filter(
	'plugin_action_links_' . plugin_basename( ATTESTED_DIR . 'attested.php' ),
	function ( $links ) {
		array_unshift( $links, sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'options-general.php?page=attested' ) ), esc_html__( 'Settings', 'attested' ) ) );
		return $links;
	}
);
